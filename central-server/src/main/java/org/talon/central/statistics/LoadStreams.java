package org.talon.central.statistics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.talon.shared.http.EventStreams;

/** Who watches the network's load at this moment. */
@Singleton
class LoadStreams extends EventStreams<LoadStreams.Load> {

    /** All watch the same. */
    enum Load {
        OF_THE_NETWORK
    }

    LoadStreams(LoadStreamConfig config, MeterRegistry metrics) {
        super(new Limits(
                config.mostStreams(), config.rest(), config.heartbeatEvery(), config.patience(), config.retryAfter()));
        Gauge.builder("talon.load.streams", this, EventStreams::size)
                .description("Dashboards that watch the load at this moment")
                .register(metrics);
    }
}
