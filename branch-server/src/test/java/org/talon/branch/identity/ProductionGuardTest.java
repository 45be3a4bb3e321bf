package org.talon.branch.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.CurrentCatalogue;

@BranchTest
class ProductionGuardTest {

    @Inject
    CurrentCatalogue catalogue;

    @Test
    void every_demo_login_and_demo_device_is_known() {
        assertThat(ProductionGuard.demoNamesIn(catalogue.get()))
                .containsExactlyInAnyOrder("admin", "op1", "op2", "op3", "wp-1", "wp-2", "wp-3", "board-1", "survey-1");
    }
}
