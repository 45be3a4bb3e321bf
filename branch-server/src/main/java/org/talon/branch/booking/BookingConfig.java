package org.talon.branch.booking;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Whose word counts about who a visitor is. */
@ConfigMapping(prefix = "talon.booking")
interface BookingConfig {

    /** Networks such as {@code 10.1.0.0/16} from which a site may sign visitors in; without any, nobody may. */
    Optional<List<String>> trustedAddresses();
}
