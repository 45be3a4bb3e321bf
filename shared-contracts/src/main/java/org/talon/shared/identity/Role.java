package org.talon.shared.identity;

/** The roles of both servers, by the names that stand in tokens and configuration files. */
public final class Role {

    public static final String OPERATOR = "OPERATOR";
    public static final String HALL_ADMIN = "HALL_ADMIN";
    public static final String KIOSK = "KIOSK";
    public static final String ANALYST = "ANALYST";
    public static final String DASHBOARD = "DASHBOARD";
    public static final String ADMIN = "ADMIN";

    private Role() {}
}
