package org.talon.branch.catalogue;

import java.util.Locale;

/** How a question of a survey is answered. */
public enum QuestionType {
    SINGLE,
    MULTIPLE,
    SCALE,
    TEXT;

    /** As it stands on the wire: {@code Single}. */
    public String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
