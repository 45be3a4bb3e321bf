package org.talon.branch.catalogue;

import java.time.DateTimeException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** What a visitor has to say before he gets a ticket for a service, or may say. */
public record RequiredField(
        UUID id, String name, Type type, @Nullable Pattern pattern, boolean required) {

    /** The longest value that is kept. */
    private static final int LONGEST = 500;

    /** What kind of text a value is. */
    public enum Type {
        TEXT("Text", "a text") {
            @Override
            boolean fits(String value) {
                return true;
            }
        },
        NUMBER("Number", "digits") {
            @Override
            boolean fits(String value) {
                return value.matches("\\d+");
            }
        },
        DATE("Date", "a date such as 23.11.2026") {
            @Override
            boolean fits(String value) {
                try {
                    return Parameters.date("value", value).getYear() > 0;
                } catch (DomainException | DateTimeException noDate) {
                    return false;
                }
            }
        },
        PHONE("Phone", "a telephone number such as +7 495 000-00-00") {
            @Override
            boolean fits(String value) {
                return value.matches("\\+?[\\d ()-]{5,25}");
            }
        },
        EMAIL("Email", "an e-mail address") {
            @Override
            boolean fits(String value) {
                return value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            }
        };

        private final String wireName;
        private final String expected;

        Type(String wireName, String expected) {
            this.wireName = wireName;
            this.expected = expected;
        }

        abstract boolean fits(String value);

        public String wireName() {
            return wireName;
        }
    }

    /** What was expected, where the value does not fit; null where it does. */
    public @Nullable String mistakeIn(String value) {
        if (value.length() > LONGEST) {
            return "expected at most " + LONGEST + " characters";
        }
        if (!type.fits(value)) {
            return "expected " + type.expected;
        }
        return pattern == null || pattern.matcher(value).matches()
                ? null
                : "expected a value that fits the pattern " + pattern.pattern();
    }
}
