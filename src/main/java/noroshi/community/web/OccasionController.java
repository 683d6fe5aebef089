package noroshi.community.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import noroshi.community.OccasionKind;
import noroshi.community.Occasions;
import noroshi.community.Wording;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The leads of a community say when its members meet. */
@Controller
@RequestMapping("/communities/{id}/occasions")
class OccasionController {
    private final Occasions occasions;
    private final CommunityPages pages;

    OccasionController(Occasions occasions, CommunityPages pages) {
        this.occasions = occasions;
        this.pages = pages;
    }

    @PostMapping
    Object add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "MEETING") OccasionKind kind,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String date,
            Actor actor) {
        try {
            occasions.add(id, kind, new Wording(occasion, ""), day(date), actor);
            return Redirect.to("/communities/" + id + "#occasions").saying("community.occasion-added");
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("occasion", refusal.key(), refusal.arguments());
            return pages.show(id, "", occasion, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{occasion}")
    Redirect remove(@PathVariable UUID id, @PathVariable UUID occasion, Actor actor) {
        occasions.remove(id, occasion, actor);
        return Redirect.to("/communities/" + id + "#occasions").saying("community.occasion-removed");
    }

    /** What is no day is refused with every other day that cannot be. */
    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return LocalDate.MIN;
        }
    }
}
