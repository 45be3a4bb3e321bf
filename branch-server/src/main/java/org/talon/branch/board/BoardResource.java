package org.talon.branch.board;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.talon.branch.catalogue.Device;
import org.talon.shared.http.EventStream;

/** What an information board shows: whom each workplace calls and serves. */
@Path("notifications/{clientId}")
@PermitAll
@RunOnVirtualThread
class BoardResource {

    private final Boards boards;
    private final CalledVisitors visitors;
    private final BoardStreams streams;

    BoardResource(Boards boards, CalledVisitors visitors, BoardStreams streams) {
        this.boards = boards;
        this.visitors = visitors;
        this.streams = streams;
    }

    @GET
    public List<NotificationView> now(String clientId) {
        return boards.shownOn(boards.known(clientId), visitors.newestCallFirst());
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(String clientId, Sse sse, SseEventSink sink, HttpServerResponse response) {
        Device board = boards.known(clientId);
        streams.open(board.clientId(), () -> EventStream.open(sse, sink, response, "notifications"));
    }
}
