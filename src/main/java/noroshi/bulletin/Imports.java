package noroshi.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.Bundle;
import noroshi.intel.IntelLibrary;
import noroshi.intel.ObjectSummary;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.site.Words;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.springframework.stereotype.Component;

/** What a manuscript takes over from an imported bundle: its limits, and its first words. */
@Component
class Imports {
    private static final List<String> TELLING =
            List.of("report", "malware", "campaign", "intrusion-set", "threat-actor", "attack-pattern", "grouping");
    private static final int MOST = 500;
    private static final int PAGE = 100;

    private final IntelLibrary library;
    private final Members members;
    private final Words words;

    Imports(IntelLibrary library, Members members, Words words) {
        this.library = library;
        this.members = members;
        this.words = words;
    }

    /** Without its source's word an unmarked import stays within the importer's organisation. */
    Origin origin(UUID id, Actor actor) {
        var bundle = library.bundle(id, actor);
        var unpermitted = bundle.permission().isEmpty() && bundle.tlp().compareTo(Tlp.AMBER_STRICT) >= 0;
        return new Origin(id, bundle.tlp(), unpermitted ? Optional.of(bundle.organisation()) : Optional.<UUID>empty());
    }

    Marking marking(Origin origin) {
        return new Marking(
                InformationKind.MALWARE,
                Importance.INFO,
                origin.tlp(),
                origin.tlp() == Tlp.CLEAR ? 1 : 2,
                origin.only().map(members::windowOf).map(Set::of).orElse(Set.of()));
    }

    Copy copy(UUID id, Actor actor) {
        var bundle = library.bundle(id, actor);
        var told = told(id, actor);
        var title = told.stream().findFirst().map(ObjectSummary::name).orElse(bundle.fileName());
        return new Copy(
                new Copy.Pro(title, words.text(Locale.JAPANESE, "bulletin.outline", summary(told))),
                new Copy.General("", "", List.of(), "", ""),
                table(bundle, actor),
                Source.VENDOR,
                Confidence.UNKNOWN,
                "",
                "");
    }

    private List<ObjectSummary> told(UUID bundle, Actor actor) {
        return TELLING.stream()
                .flatMap(type -> library.contents(bundle, type, new Window(0, 20), actor).stream())
                .filter(object -> !object.name().isBlank())
                .toList();
    }

    private String summary(List<ObjectSummary> told) {
        return told.stream()
                .map(object -> "- " + words.text(Locale.JAPANESE, "bulletin.told." + object.type(), object.name()))
                .collect(Collectors.joining("\n"));
    }

    /** What a bulletin names is a warning: without what its source calls harmless. */
    private String table(Bundle bundle, Actor actor) {
        return Stream.iterate(0, start -> start < MOST, start -> start + PAGE)
                .map(start -> library.indicatorsOf(bundle.id(), Optional.empty(), new Window(start, PAGE), actor))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .filter(each -> !each.harmless())
                .map(each -> each.type().code() + "\t" + each.defanged().replaceAll("\\s", " "))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
