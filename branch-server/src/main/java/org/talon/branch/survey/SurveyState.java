package org.talon.branch.survey;

import java.util.Locale;

/** Whether a console is asking somebody. */
enum SurveyState {
    IDLE(0),
    ACTIVE(1);

    private final int number;

    SurveyState(int number) {
        this.number = number;
    }

    /** As it stands on the wire; fixed for ever. */
    int number() {
        return number;
    }

    String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
