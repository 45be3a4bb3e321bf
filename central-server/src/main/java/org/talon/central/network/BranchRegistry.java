package org.talon.central.network;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class BranchRegistry implements PanacheRepositoryBase<RegisteredBranch, UUID> {

    List<RegisteredBranch> byName() {
        return listAll(Sort.by("name").and("id"));
    }
}
