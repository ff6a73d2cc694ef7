package org.watchfloor.ui.detail;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.StateMark;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.recovery.MendBox;
import org.watchfloor.ui.recovery.MendModel;

/** Binds service-detail.fxml to its view model; holds no logic. */
public final class ServiceDetailController {
    private final ServiceViewModel viewModel;
    private final Command checkNow;
    private final MendModel mending;
    private final Navigation navigation;

    @FXML
    private StateMark mark;

    @FXML
    private Label since;

    @FXML
    private Label type;

    @FXML
    private Label calls;

    @FXML
    private Label place;

    @FXML
    private RelatedLinks needs;

    @FXML
    private RelatedLinks neededBy;

    @FXML
    private ListView<CheckRow> instances;

    @FXML
    private MendBox mend;

    ServiceDetailController(ServiceViewModel viewModel, Command checkNow, MendModel mending, Navigation navigation) {
        this.viewModel = viewModel;
        this.checkNow = checkNow;
        this.mending = mending;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        CheckLists.bind(instances, viewModel.rows());
        CheckLists.passOn(instances, KeyCode.ESCAPE);
        instances.setOnMouseClicked(_ -> open());
        instances.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                open();
            }
        });
        viewModel.headProperty().subscribe(this::show);
        mend.bind(mending, navigation);
    }

    private void show(ServiceViewModel.Head head) {
        mark.show(head.state());
        since.setText(head.since());
        type.setText(head.type());
        calls.setText(head.calls());
        place.setText(head.place());
        needs.show(head.needs(), navigation::open);
        neededBy.show(head.neededBy(), navigation::open);
    }

    private void open() {
        CheckRow row = instances.getSelectionModel().getSelectedItem();
        if (row != null) {
            navigation.open(new Target.OfCheck(row.check()));
        }
    }

    @FXML
    private void onCheckNow() {
        checkNow.run();
    }
}
