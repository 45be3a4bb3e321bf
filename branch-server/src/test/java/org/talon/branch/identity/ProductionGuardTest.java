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
                .contains("admin", "root", "op1", "op5", "wp-1", "wp-5", "board-1", "survey-1", "kiosk-1")
                // by its password, which is that of the demonstration's operators
                .contains("analyst1");
    }
}
