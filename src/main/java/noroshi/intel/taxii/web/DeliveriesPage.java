package noroshi.intel.taxii.web;

import static noroshi.site.Ui.text;

import java.util.List;
import noroshi.intel.taxii.Collection;
import noroshi.intel.taxii.Delivery;
import noroshi.site.Step;

/** What one machine got from a collection, and when. */
public record DeliveriesPage(
        Collection collection, String machine, String path, List<Delivery> rows, int number, boolean more) {
    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.collections"), "/intel/collections", false),
                new Step(collection.title(), "/intel/collections/" + collection.id(), false),
                new Step(machine, path, true));
    }
}
