package org.talon.branch.board;

import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.talon.branch.catalogue.Device;
import org.talon.shared.http.EventStream;

/** Lets an information board watch. By a worker thread: a stream's first write must be over when another thread writes. */
@Path("notifications/{clientId}/stream")
@PermitAll
class BoardStreamResource {

    private final Boards boards;
    private final BoardStreams streams;

    BoardStreamResource(Boards boards, BoardStreams streams) {
        this.boards = boards;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(String clientId, Sse sse, SseEventSink sink, HttpServerResponse response) {
        Device board = boards.known(clientId);
        streams.open(board.clientId(), () -> EventStream.open(sse, sink, response, "notifications"));
    }
}
