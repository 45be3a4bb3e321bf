package org.talon.central.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.talon.shared.wire.WireFormat;

/** Our JSON is that of {@link WireFormat}, here as everywhere. */
@Singleton
class JsonNaming implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        WireFormat.apply(mapper);
    }
}
