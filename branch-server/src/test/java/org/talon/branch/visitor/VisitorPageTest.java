package org.talon.branch.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException;

class VisitorPageTest {

    private static final UUID TICKET = UUID.fromString("0199e1c2-7d3a-7abc-8def-0123456789ab");

    @Test
    void without_a_public_address_the_page_is_where_the_caller_found_the_server() {
        VisitorPage page = new VisitorPage(new SmallRyeConfigBuilder()
                .withMapping(VisitorConfig.class)
                .build()
                .getConfigMapping(VisitorConfig.class));

        assertThat(page.of(TICKET, URI.create("http://10.0.0.5:8080/")))
                .hasToString("http://10.0.0.5:8080/ticket/" + TICKET);
        assertThatCode(page::requireWebAddress).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "https://queue.example.org,https://queue.example.org",
        "https://queue.example.org/,https://queue.example.org",
        "https://example.org/queue/,https://example.org/queue"
    })
    void a_public_address_goes_before(String configured, String base) {
        assertThat(pageAt(configured).of(TICKET, URI.create("http://10.0.0.5:8080/")))
                .hasToString(base + "/ticket/" + TICKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue.example.org", "/queue", "ftp://example.org", "https:/queue"})
    void an_address_that_no_telephone_opens_keeps_the_branch_from_starting(String configured) {
        assertThatThrownBy(() -> pageAt(configured).requireWebAddress())
                .hasMessageContaining("talon.branch.public-url");
    }

    @Test
    void an_address_too_long_for_a_qr_code_is_refused() {
        URI longest = URI.create("http://" + "x".repeat(500) + "/");

        assertThatThrownBy(() -> new VisitorPage(java.util.Optional::empty).of(TICKET, longest))
                .isInstanceOf(DomainException.class);
    }

    private static VisitorPage pageAt(String configured) {
        return new VisitorPage(new SmallRyeConfigBuilder()
                .withMapping(VisitorConfig.class)
                .withDefaultValue("talon.branch.public-url", configured)
                .build()
                .getConfigMapping(VisitorConfig.class));
    }
}
