package org.talon.branch.catalogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a catalogue from YAML: all of it, or every mistake in it. */
final class CatalogueReader {

    private static final Set<String> PARTS = Set.of(
            "branch",
            "products",
            "routes",
            "menus",
            "selection",
            "workPlaces",
            "users",
            "boards",
            "surveyConsoles",
            "kiosks",
            "booking",
            "hours",
            "surveys");

    private CatalogueReader() {}

    static Catalogue read(String yaml) throws CatalogueMistakes {
        List<String> mistakes = new ArrayList<>();
        Catalogue catalogue = catalogue(new YamlPart("", root(yaml), PARTS, mistakes));
        if (!mistakes.isEmpty()) {
            throw new CatalogueMistakes(mistakes);
        }
        return catalogue;
    }

    private static @Nullable Node root(String yaml) throws CatalogueMistakes {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new CatalogueMistakes(List.of("line " + line + ": not valid YAML: " + broken.getProblem()));
        }
    }

    private static Catalogue catalogue(YamlPart file) {
        CatalogueNames names = new CatalogueNames();
        Branch branch = BranchReader.branch(file, names);
        ProductsReader services = new ProductsReader(names, branch);
        List<Product> products = services.products(file);
        List<Route> routes = services.routes(file);
        List<Menu> menus = new MenusReader(names, services, branch.id()).menus(file);
        HallReader hall = new HallReader(names, services.productIds(), branch.id());
        List<WorkPlace> workPlaces = hall.workPlaces(file);
        return new Catalogue(
                branch,
                products,
                routes,
                menus,
                workPlaces,
                StaffReader.read(file, names, branch.id()),
                hall.devices(file),
                hall.kiosks(file),
                OpeningHoursReader.read(file),
                BranchReader.booking(file, menus),
                new SurveysReader(names, services.productIds(), branch).surveys(file));
    }
}
