package org.talon.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talon.planted.Mistake;
import org.talon.planted.Part;
import org.talon.report.CannotRun;

class FlawTest {

    @ParameterizedTest
    @EnumSource
    void every_mistake_can_be_planted_by_its_name_into_the_servers_that_it_is_meant_for(Mistake mistake) {
        Flaw flaw = Flaw.valueOf(mistake.name());
        for (Part part : Part.values()) {
            String agent = flaw.agentOf(part);
            assertThat(agent != null).isEqualTo(mistake.parts().contains(part));
            assertThat(agent == null || agent.endsWith(".jar=" + mistake))
                    .as(agent)
                    .isTrue();
        }
    }

    @Test
    void a_mistake_that_does_not_fit_the_servers_any_more_cannot_be_planted(@TempDir Path noServers) {
        assertThatThrownBy(() -> Flaw.NEVER_ASKS.requireFits(noServers))
                .isInstanceOf(CannotRun.class)
                .hasMessageStartingWith("NEVER_ASKS cannot be planted: ");
    }
}
