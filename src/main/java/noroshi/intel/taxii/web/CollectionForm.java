package noroshi.intel.taxii.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import noroshi.intel.taxii.NewCollection;
import noroshi.intel.taxii.Principals;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** A collection as it is typed; readers and writers by their short names. */
public record CollectionForm(
        String title, String description, String alias, String tlp, String community, String readers, String writers) {
    static final CollectionForm EMPTY = new CollectionForm("", "", "", Tlp.AMBER_STRICT.name(), "", "", "");

    public CollectionForm {
        title = text(title);
        description = text(description);
        alias = text(alias);
        tlp = text(tlp);
        community = text(community);
        readers = text(readers);
        writers = text(writers);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    NewCollection collection(Principals principals, Actor actor) {
        var code = community.strip();
        return new NewCollection(
                code.isEmpty() ? Optional.empty() : Optional.of(principals.community(code, actor)),
                title,
                description,
                alias,
                Tlp.parse(tlp).orElseThrow(() -> new RuleBroken("intel.collection.tlp", tlp)),
                principals.called(names(readers), actor),
                principals.called(names(writers), actor));
    }

    /** Short names, however they are divided. */
    static List<String> names(String typed) {
        return Arrays.stream(typed.split("[\\s,、，]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
