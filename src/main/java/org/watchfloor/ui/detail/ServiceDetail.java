package org.watchfloor.ui.detail;

import java.util.List;
import javafx.scene.Node;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.recovery.MendModel;

/** A service with its instances and dependencies. FX thread only. */
final class ServiceDetail implements Detail {
    private final String title;
    private final ServiceViewModel viewModel;
    private final MendModel mending;
    private final Command checkNow;
    private final Node view;

    ServiceDetail(String title, ServiceViewModel viewModel, MendModel mending, Navigation navigation) {
        this.title = title;
        this.viewModel = viewModel;
        this.mending = mending;
        checkNow = Command.of("Check " + title + " now", "R", () -> {
                    viewModel.checkNow();
                    navigation.tell("Checking " + title);
                })
                .when(viewModel::canCheck);
        view = Fxml.load("service-detail", new ServiceDetailController(viewModel, checkNow, mending, navigation));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
        mending.showFailing(
                snapshot, viewModel.rows().stream().map(CheckRow::check).toList());
    }

    @Override
    public List<Command> commands() {
        return List.of(checkNow);
    }
}
