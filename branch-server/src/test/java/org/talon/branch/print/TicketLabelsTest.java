package org.talon.branch.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.talon.shared.http.VisitorLanguage;

class TicketLabelsTest {

    private final TicketLabels russian = TicketLabels.in(VisitorLanguage.RUSSIAN);
    private final TicketLabels english = TicketLabels.in(VisitorLanguage.ENGLISH);

    @Test
    void what_is_said_in_one_language_is_said_in_the_other() {
        assertThat(english.texts().keySet()).isEqualTo(russian.texts().keySet());
        assertThat(russian.of("number")).isEqualTo("Ваш номер");
        assertThat(english.of("number")).isEqualTo("Your number");
    }

    @Test
    void a_date_is_written_as_its_language_writes_it_and_stays_together() {
        LocalDateTime at = LocalDateTime.parse("2026-11-23T09:05:00");

        assertThat(russian.moment("booked.date", at)).isEqualTo("23\u00a0ноября\u00a02026, понедельник");
        assertThat(english.moment("booked.date", at)).isEqualTo("Monday, 23\u00a0November\u00a02026");
        assertThat(russian.moment("booked.time", at)).isEqualTo("09:05");
        assertThat(russian.moment("issued.time", at)).isEqualTo("23.11.2026 09:05");
    }
}
