package noroshi.sanitised;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.asset.Asset;
import noroshi.asset.AssetFilter;
import noroshi.asset.AssetRegister;
import noroshi.bulletin.Copy;
import noroshi.bulletin.IndicatorSheet;
import noroshi.desk.Matter;
import noroshi.desk.Reporter;
import noroshi.desk.Sharing;
import noroshi.membership.Belonging;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import org.springframework.stereotype.Component;

/** Gathers, for the desk, what is known of the source of a matter. */
@Component
class Sources {
    private static final int MOST = 2000;
    private static final int PAGE = 200;

    private final Members members;
    private final AssetRegister assets;
    private final Sharing sharing;

    Sources(Members members, AssetRegister assets, Sharing sharing) {
        this.members = members;
        this.assets = assets;
        this.sharing = sharing;
    }

    Facts of(Matter matter, Copy copy, Actor actor) {
        var reporter = matter.reporter();
        var organisation = reporter.map(it -> members.organisation(it.organisation()));
        return new Facts(
                organisation
                        .map(it -> List.of(it.name(), it.nameEn(), it.code()))
                        .orElse(List.of()),
                members.organisationsCalled("", MOST).stream()
                        .filter(it -> reporter.map(Reporter::organisation)
                                .filter(it.id()::equals)
                                .isEmpty())
                        .flatMap((OrganisationName it) -> Stream.of(it.name(), it.nameEn()))
                        .toList(),
                reporter.map(this::people).orElse(List.of()),
                matter.system().stream()
                        .flatMap(code -> sharing.systems(actor).stream()
                                .filter(system -> system.code().equals(code)))
                        .flatMap(system -> Stream.of(system.nameJa(), system.nameEn()))
                        .toList(),
                reporter.map(it -> assets(it.organisation(), actor)).orElse(List.of()),
                IndicatorSheet.read(copy.indicators()).rows().stream()
                        .map(it -> it.value())
                        .toList());
    }

    private List<String> people(Reporter reporter) {
        var ids = new ArrayList<UUID>();
        reporter.person().ifPresent(ids::add);
        members.within(members.windowOf(reporter.organisation())).stream()
                .map(Belonging::person)
                .forEach(ids::add);
        var names = members.names(ids).values().stream().flatMap(name -> Stream.of(name.name(), name.nameEn()));
        return Stream.concat(names, Stream.of(reporter.contact().split("[\\s　/]+")))
                .toList();
    }

    private List<String> assets(UUID organisation, Actor actor) {
        var asked = new AssetFilter(Optional.of(organisation), AssetFilter.Show.CURRENT, Optional.empty(), "");
        return Stream.iterate(0, start -> start < MOST, start -> start + PAGE)
                .map(start -> assets.list(asked, new Window(start, PAGE), actor))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .filter(asset -> asset.organisation().equals(organisation))
                .flatMap((Asset asset) -> Stream.of(asset.shown(), asset.value()))
                .distinct()
                .toList();
    }
}
