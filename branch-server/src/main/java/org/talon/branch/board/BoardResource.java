package org.talon.branch.board;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What an information board shows: whom each workplace calls and serves. */
@Path("notifications/{clientId}")
@PermitAll
@RunOnVirtualThread
class BoardResource {

    private final Boards boards;
    private final CalledVisitors visitors;

    BoardResource(Boards boards, CalledVisitors visitors) {
        this.boards = boards;
        this.visitors = visitors;
    }

    @GET
    public List<NotificationView> now(String clientId) {
        return boards.shownOn(boards.known(clientId), visitors.newestCallFirst());
    }
}
