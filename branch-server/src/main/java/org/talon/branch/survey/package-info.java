/** Surveys: what visitors are asked at a console, and what they say. Knows nothing of how they were called and served. */
@NullMarked
package org.talon.branch.survey;

import org.jspecify.annotations.NullMarked;
