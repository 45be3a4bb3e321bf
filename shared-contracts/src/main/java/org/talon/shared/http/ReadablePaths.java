package org.talon.shared.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Refuses a path whose percent signs do not spell UTF-8: two that differ would otherwise be read as the same one. */
@ApplicationScoped
public class ReadablePaths {

    /** Before anybody looks at the path. */
    private static final int FIRST = -258;

    private static final int HEX = 16;

    private final EarlyProblems problems;

    ReadablePaths(EarlyProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::look);
    }

    private void look(RoutingContext call) {
        if (isReadable(call.request().path())) {
            call.next();
        } else {
            problems.refuse(
                    call, DomainException.badParameter("path", "expected UTF-8 in percent-encoding, without U+0000"));
        }
    }

    static boolean isReadable(@Nullable String path) {
        if (path == null || path.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            if (i + 2 >= path.length()) {
                return false;
            }
            int high = Character.digit(path.charAt(i + 1), HEX);
            int low = Character.digit(path.charAt(i + 2), HEX);
            if (high < 0 || low < 0 || high + low == 0) {
                return false;
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
