package org.talon.central.statistics;

import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.talon.shared.http.EventStream;
import org.talon.shared.identity.Role;

/** Lets a dashboard watch the load. By a worker thread: a stream's first write must be over when another thread writes. */
@Path("queue/load/stream")
@RolesAllowed({Role.ANALYST, Role.DASHBOARD})
class LoadStreamResource {

    private final LoadStreams streams;

    LoadStreamResource(LoadStreams streams) {
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(Sse sse, SseEventSink sink, HttpServerResponse response) {
        streams.open(LoadStreams.Load.OF_THE_NETWORK, () -> EventStream.open(sse, sink, response, "load"));
    }
}
