package org.talon.branch.retention;

import java.time.LocalDate;

/** What a feature knows of visitors; whoever keeps any tells how to forget it. */
public interface PersonalData {

    /** What is forgotten, for a person, such as {@code tickets}. */
    String what();

    /**
     * Forgets some of what is of dates before; figures stay. Within the caller's transaction.
     *
     * @return how many; 0 where nothing is left
     */
    int forgetSome(LocalDate before, int most);
}
