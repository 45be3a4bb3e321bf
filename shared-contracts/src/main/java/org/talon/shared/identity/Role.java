package org.talon.shared.identity;

/** The roles of both servers, by the names that stand in tokens and configuration files. */
public final class Role {

    public static final String OPERATOR = "OPERATOR";
    public static final String HALL_ADMIN = "HALL_ADMIN";
    public static final String KIOSK = "KIOSK";
    /** Whoever a trusted site says he is. */
    public static final String VISITOR = "VISITOR";

    public static final String ANALYST = "ANALYST";
    public static final String DASHBOARD = "DASHBOARD";
    public static final String ADMIN = "ADMIN";

    private Role() {}
}
