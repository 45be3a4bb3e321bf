package org.talon.network;

/** Logins that every network started by this program has. They are known to all the world; production refuses them. */
public final class DemoLogins {
    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "admin-demo";
    public static final String ADMIN_HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$KWAXfEn5DKHtbr5i+JAWOQ$g0yZ8g/6GwuPaWnbmKmnbZRk1Mgfx/EsJOvteejsr/w";

    public static final String OPERATOR_PASSWORD = "demo";
    public static final String OPERATOR_HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$HeRwcSrBk4T6MkJlvqi5oA$PoGffE5WYi0N+/+LwDmnU0E4Br/+YTLPR4xOGnQD964";

    public static final String ANALYST = "analyst";
    public static final String ANALYST_PASSWORD = "demo";

    private DemoLogins() {}

    /** Of the n-th operator, from 1 on. */
    public static String operator(int n) {
        return "op" + n;
    }

    /** Client id of the n-th workplace, from 1 on. */
    public static String workPlace(int n) {
        return "wp-" + n;
    }
}
