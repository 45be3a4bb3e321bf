package org.talon.shared.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language in which a visitor is spoken to: Russian unless English is asked for first. */
public final class VisitorLanguage {

    public static final Locale RUSSIAN = Locale.of("ru");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private VisitorLanguage() {}

    /** What a header {@code Accept-Language} asks for; one that cannot be read asks for nothing. */
    public static Locale of(@Nullable String acceptLanguage) {
        return prefersEnglish(acceptLanguage) ? ENGLISH : RUSSIAN;
    }

    private static boolean prefersEnglish(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return false;
        }
        try {
            return "en".equals(Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of("ru", "en")));
        } catch (IllegalArgumentException notALanguageList) {
            return false;
        }
    }
}
