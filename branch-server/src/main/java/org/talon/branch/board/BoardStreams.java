package org.talon.branch.board;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.talon.shared.http.EventStreams;

/** The boards that watch at this moment, by client id. */
@Singleton
class BoardStreams extends EventStreams<String> {

    BoardStreams(BoardConfig config, MeterRegistry metrics) {
        super(new Limits(
                config.mostStreams(), config.rest(), config.heartbeatEvery(), config.patience(), config.retryAfter()));
        Gauge.builder("talon.board.streams", this, EventStreams::size)
                .description("Boards that watch at this moment")
                .register(metrics);
    }
}
