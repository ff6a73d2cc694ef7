package org.watchfloor.ui.settings;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.ui.fx.TableColumns;
import org.watchfloor.ui.fx.Theme;

/** Binds settings.fxml to its view model; holds no logic. */
public final class SettingsController {
    private final SettingsViewModel viewModel;

    @FXML
    private TextField configuration;

    @FXML
    private TextField data;

    @FXML
    private TextField version;

    @FXML
    private Label inForce;

    @FXML
    private Label verdict;

    @FXML
    private TableView<ConfigProblem> problems;

    @FXML
    private TableColumn<ConfigProblem, String> place;

    @FXML
    private TableColumn<ConfigProblem, String> what;

    @FXML
    private TableColumn<ConfigProblem, String> mend;

    @FXML
    private Button copy;

    @FXML
    private ToggleGroup themes;

    @FXML
    private ToggleButton dark;

    @FXML
    private ToggleButton light;

    @FXML
    private CheckBox sounds;

    public SettingsController(SettingsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        configuration.setText(viewModel.installation().configuration().toString());
        data.setText(viewModel.installation().data().toString());
        version.setText(viewModel.installation().version());
        inForce.textProperty().bind(viewModel.inForceProperty());
        verdict.textProperty().bind(viewModel.verdictProperty());
        problems.setItems(viewModel.problems());
        TableColumns.text(place, problem -> problem.place().toString());
        TableColumns.text(what, ConfigProblem::what);
        TableColumns.text(mend, ConfigProblem::mend);
        what.setCellFactory(column -> new WrappedCell());
        mend.setCellFactory(column -> new WrappedCell());
        copy.disableProperty().bind(Bindings.isEmpty(viewModel.problems()));
        sounds.selectedProperty().bindBidirectional(viewModel.preferences().soundsProperty());
        bindThemes();
    }

    private void bindThemes() {
        dark.setUserData(Theme.DARK);
        light.setUserData(Theme.LIGHT);
        viewModel
                .preferences()
                .themeProperty()
                .subscribe(theme -> themes.selectToggle(theme == Theme.DARK ? dark : light));
        themes.selectedToggleProperty().subscribe(toggle -> {
            if (toggle != null && toggle.getUserData() instanceof Theme theme) {
                viewModel.preferences().themeProperty().set(theme);
            }
        });
    }

    @FXML
    void onCopy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(viewModel.problemsText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
