package org.talon.planted;

/** The two kinds of servers. */
public enum Part {
    BRANCH("branch-server"),
    CENTRE("central-server");

    private final String module;

    Part(String module) {
        this.module = module;
    }

    /** As the folder is called in which it is built. */
    public String module() {
        return module;
    }
}
