package org.talon.branch.visitor;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.platform.CannotStart;
import org.talon.shared.http.DomainException;

/** Where a visitor's telephone finds the page of his ticket. */
@ApplicationScoped
public class VisitorPage {

    /** No real address is longer, and the QR code of a longer one would leave no room for the PIN. */
    private static final int LONGEST = 400;

    private final Optional<URI> publicUrl;

    VisitorPage(VisitorConfig config) {
        this.publicUrl = config.publicUrl();
    }

    void onStart(@Observes StartupEvent start) {
        requireWebAddress();
    }

    void requireWebAddress() {
        publicUrl
                .filter(url -> url.getHost() == null
                        || !String.valueOf(url.getScheme()).matches("https?"))
                .ifPresent(url -> {
                    throw CannotStart.because(
                            "talon.branch.public-url is " + url + "; expected such as https://queue.example.org");
                });
    }

    /** {@code askedAt}: the server's address as the caller knows it, good enough where no other is configured. */
    public URI of(UUID ticketId, URI askedAt) {
        String base = publicUrl.orElse(askedAt).toASCIIString().replaceFirst("/+$", "");
        String page = base + "/ticket/" + ticketId;
        if (page.length() > LONGEST) {
            throw DomainException.badParameter("Host", "expected a shorter address");
        }
        return URI.create(page);
    }
}
