package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.PoliceTracks;
import noroshi.desk.TrackState;
import noroshi.desk.TrackTask;
import noroshi.desk.TrackTold;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The police say what they do beside a matter, and who sees it. */
@Controller
@RequestMapping("/desk/{reference}/tracks")
class TrackController {
    private final ConsultationDesk desk;
    private final PoliceTracks tracks;
    private final MatterPages pages;

    TrackController(ConsultationDesk desk, PoliceTracks tracks, MatterPages pages) {
        this.desk = desk;
        this.tracks = tracks;
        this.pages = pages;
    }

    /**
     * What the form says.
     *
     * @param more one more whom they name
     */
    record Form(TrackState state, String body, boolean reporter, Set<UUID> named, Optional<UUID> more) {
        TrackTold told() {
            return new TrackTold(
                    state,
                    body,
                    reporter,
                    Stream.concat(named.stream(), more.stream()).collect(Collectors.toSet()));
        }
    }

    @PostMapping
    Object open(
            @PathVariable String reference,
            @RequestParam TrackTask task,
            @RequestParam(defaultValue = "UNDER_WAY") TrackState state,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean reporter,
            @RequestParam(defaultValue = "") Set<UUID> named,
            @RequestParam Optional<UUID> more,
            HttpServletRequest request,
            Actor actor) {
        return act(
                reference,
                MatterPage.Typed.all("track", request),
                "desk.track.opened",
                new Form(state, body, reporter, named, more),
                (matter, told) -> tracks.open(matter, task, told, actor),
                actor);
    }

    @PostMapping("/{track}")
    Object tell(
            @PathVariable String reference,
            @PathVariable UUID track,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam TrackState state,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean reporter,
            @RequestParam(defaultValue = "") Set<UUID> named,
            @RequestParam Optional<UUID> more,
            HttpServletRequest request,
            Actor actor) {
        return act(
                reference,
                MatterPage.Typed.all(track.toString(), request),
                "desk.track.told",
                new Form(state, body, reporter, named, more),
                (matter, told) -> tracks.tell(matter, track, seen, told, actor),
                actor);
    }

    private Object act(
            String reference,
            MatterPage.Typed before,
            String said,
            Form form,
            BiConsumer<Matter, TrackTold> verb,
            Actor actor) {
        var matter = desk.show(reference, actor);
        try {
            verb.accept(matter, form.told());
            return Redirect.to(matter.path() + "#tracks").saying(said);
        } catch (RuleBroken refusal) {
            var typed = before.refused(FormErrors.of(refusal));
            return new Page("desk/show", pages.page(desk.show(reference, actor), typed, actor))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
