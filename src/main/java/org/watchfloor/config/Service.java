package org.watchfloor.config;

import java.util.List;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;

/**
 * What users know by name, carried by instances.
 *
 * @param dependsOn services it needs; acyclic
 * @param instances the checks that stand for its instances; a host named as an instance brings all of its checks
 */
public record Service(
        ServiceId id, String title, ServiceType type, List<ServiceId> dependsOn, List<CheckId> instances, Place place) {
    public Service {
        dependsOn = List.copyOf(dependsOn);
        instances = List.copyOf(instances);
    }
}
