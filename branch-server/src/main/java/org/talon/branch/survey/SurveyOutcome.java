package org.talon.branch.survey;

/** How a survey ended. */
enum SurveyOutcome {
    COMPLETED("Completed"),
    INTERRUPTED("Interrupted"),
    TIMED_OUT("TimedOut");

    private final String wireName;

    SurveyOutcome(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
