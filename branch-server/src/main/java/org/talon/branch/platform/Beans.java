package org.talon.branch.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.talon.shared.event.EventCodec;
import org.talon.shared.wire.WireFormat;

/** What comes from outside the branch's own code. */
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    EventCodec codec() {
        return new EventCodec();
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer wireFormat() {
        return (ObjectMapper mapper) -> WireFormat.apply(mapper);
    }
}
