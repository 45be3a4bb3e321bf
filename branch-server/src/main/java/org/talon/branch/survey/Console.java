package org.talon.branch.survey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.Device;
import org.talon.shared.http.DomainException;

/** A survey console; tied to a workplace, or to none. */
record Console(String clientId, @Nullable UUID workPlaceId) {

    static Console named(String clientId, Catalogue catalogue) {
        return catalogue
                .device(Device.Kind.SURVEY_CONSOLE, clientId)
                .map(device -> new Console(
                        clientId, device.workPlaceIds().stream().findFirst().orElse(null)))
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "console-unknown", "there is no survey console " + clientId));
    }
}
