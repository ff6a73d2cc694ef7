package org.watchfloor.ui.detail;

import java.util.Optional;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.engine.ActionOperations;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.DetailSource;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.recovery.ActionBook;
import org.watchfloor.ui.recovery.MendModel;
import org.watchfloor.ui.recovery.ReportModel;

/** Makes the details of hosts, checks and services. FX thread only. */
public final class DetailPages implements DetailSource {
    private final Engine engine;
    private final Actor operator;
    private final Formats formats;
    private final Navigation navigation;

    public DetailPages(Engine engine, Actor operator, Formats formats, Navigation navigation) {
        this.engine = engine;
        this.operator = operator;
        this.formats = formats;
        this.navigation = navigation;
    }

    /** What a detail sees, tells and asks. */
    public record Engine(
            Snapshots snapshots,
            Operations operations,
            History history,
            ActionBook actions,
            ActionOperations recovery) {}

    @Override
    public Optional<Detail> detailOf(Target target) {
        return switch (target) {
            case Target.OfHost host -> Optional.of(host(host.host(), Optional.empty()));
            case Target.OfCheck check -> Optional.of(host(check.check().host(), Optional.of(check.check())));
            case Target.OfService service -> Optional.of(service(service.service()));
            case Target.OfIncident _,
                    Target.OfGate _,
                    Target.OfAlert _,
                    Target.OfAction _,
                    Target.OfRunbook _,
                    Target.OfAway _,
                    Target.OfSilence _,
                    Target.OfMaintenance _,
                    Target.OfNewSilence _ -> Optional.empty();
        };
    }

    private Detail host(HostId id, Optional<CheckId> check) {
        HostViewModel host = new HostViewModel(id, engine.operations(), operator, formats);
        host.selectedProperty().set(check);
        HistoryViewModel history = new HistoryViewModel(engine.history(), formats, FxThread::run);
        return new HostDetail(title(id), host, history, mending(), navigation);
    }

    private MendModel mending() {
        return new MendModel(engine.actions(), new ReportModel(engine.recovery(), operator, FxThread::run));
    }

    private String title(HostId id) {
        return engine.snapshots()
                .current()
                .state()
                .layout()
                .host(id)
                .map(Host::title)
                .orElse(id.value());
    }

    private Detail service(ServiceId id) {
        return new ServiceDetail(
                title(id), new ServiceViewModel(id, engine.operations(), formats), mending(), navigation);
    }

    private String title(ServiceId id) {
        Site site = engine.snapshots().current().site();
        return site.services().stream()
                .filter(service -> service.id().equals(id))
                .map(Service::title)
                .findFirst()
                .orElse(id.value());
    }
}
