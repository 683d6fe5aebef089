package noroshi.intel.taxii.web;

import static noroshi.site.Ui.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import noroshi.intel.taxii.Collection;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/** A collection is made, or changed. */
public record CollectionEditPage(Optional<Collection> known, CollectionForm form, FormErrors errors) {
    public String title() {
        return text(known.isPresent() ? "intel.collections.edit" : "intel.collections.new");
    }

    public String to() {
        return known.map(collection -> "/intel/collections/" + collection.id()).orElse("/intel/collections");
    }

    public String method() {
        return known.isPresent() ? "put" : "post";
    }

    public List<Step> crumbs() {
        return List.of(new Step(text("intel.collections"), "/intel/collections", false), new Step(title(), to(), true));
    }

    public List<Choice> labels() {
        return Arrays.stream(Tlp.values())
                .filter(tlp -> tlp != Tlp.RED)
                .map(tlp -> new Choice(tlp.name(), tlp.label()))
                .toList();
    }
}
