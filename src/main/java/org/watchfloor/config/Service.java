package org.watchfloor.config;

import java.util.List;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;

/**
 * What users know by name, carried by instances.
 *
 * @param dependsOn what it cannot work without; acyclic
 * @param needs how many of its hosts must work for others to rely on it, at least 1; a host of it works while one of the
 *     checks named here does
 * @param instances the checks that stand for its instances; a host named as an instance brings all of its checks
 */
public record Service(
        ServiceId id,
        String title,
        ServiceType type,
        List<Need<ServiceId>> dependsOn,
        int needs,
        List<CheckId> instances,
        Place place) {
    public Service {
        dependsOn = List.copyOf(dependsOn);
        instances = List.copyOf(instances);
    }

    /** Every service that is part of one of its needs. */
    public List<ServiceId> dependsOnIds() {
        return dependsOn.stream().flatMap(need -> need.of().stream()).distinct().toList();
    }
}
