/**
 * The federation in one thread and in virtual time: the production's rules of sending and of taking in, between models of a
 * branch's database, the broker and the centre's database, in the worst weather that chance can make.
 */
@NullMarked
package org.talon.simulation;

import org.jspecify.annotations.NullMarked;
