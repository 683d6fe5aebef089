package noroshi.desk;

import static noroshi.testing.Cast.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.Organisation;
import noroshi.shared.Tlp;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** A matter with what seldom stands on one: contradictory times, evidence, police, and recipients that left or came back. */
@TestComponent
@Import(Leavers.class)
public class LadenMatter {
    private final ConsultationDesk desk;
    private final Sharing sharing;
    private final Triage triage;
    private final PoliceTracks tracks;
    private final Matters matters;
    private final Leavers leavers;

    LadenMatter(
            ConsultationDesk desk,
            Sharing sharing,
            Triage triage,
            PoliceTracks tracks,
            Matters matters,
            Leavers leavers) {
        this.tracks = tracks;
        this.desk = desk;
        this.sharing = sharing;
        this.triage = triage;
        this.matters = matters;
        this.leavers = leavers;
    }

    /** Mika's; the desk and the organisations of its party list read it. */
    public Matter bring(String title) {
        var system = Optional.of(matters.system(AGENCY, POLICE));
        var recipients = sharing.proposed(MIKA.organisation(), system, MIKA).stream()
                .map(Proposed::id)
                .collect(Collectors.toSet());
        var reference = desk.report(
                new NewMatter(
                        UUID.randomUUID(),
                        MatterKind.REPORT,
                        title,
                        new Telling(
                                "予約サイトにつながりにくい。",
                                Map.of("occurred", "2026-07-23 11:00", "noticed", "2026-07-23 00:40 UTC")),
                        new Telling("予約が1時間止まった。", Map.of("services", "予約")),
                        new Telling("送信元は 192.0.2.7。", Map.of("indicators", "192.0.2.7")),
                        false,
                        Tlp.AMBER,
                        system,
                        true,
                        recipients,
                        Optional.empty(),
                        List.of()),
                Locale.JAPANESE,
                MIKA);
        var matter = desk.show(reference, MIKA);
        desk.say(reference, "アクセスログ 2.1 GB を本社の証拠保管庫に置いています。", List.of(), MIKA);
        var secured = "アクセスログ 2.1 GB、本社の証拠保管庫 3 番、SHA-256 " + "ab".repeat(32);
        triage.note(desk.show(reference, DANA), new NewNote(NoteKind.EVIDENCE, secured, Optional.empty()), DANA);
        triage.acknowledge(desk.show(reference, DANA), DANA);
        var told = new TrackTold(TrackState.UNDER_WAY, "記録の写しを受け取りに伺います。", true, Set.of(MINISTRY));
        tracks.open(desk.show(reference, PAUL), TrackTask.INVESTIGATE, told, PAUL);
        leave(matter, Organisation.Status.SUSPENDED);
        leave(matter, Organisation.Status.SUSPENDED, Organisation.Status.ACTIVE);
        leave(matter, Organisation.Status.WITHDRAWN);
        return matter;
    }

    private void leave(Matter matter, Organisation.Status... steps) {
        var keeper = leavers.keeper();
        sharing.share(matter, keeper.organisation(), new Wanted("関係するため", false, true), MIKA);
        for (var step : steps) {
            leavers.move(keeper, step);
        }
    }

    public void tidy() {
        leavers.takenPartEnough();
    }
}
