package noroshi.intel.life.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Sighting;
import noroshi.intel.life.Tally;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sightings told by scripts: of a value that their account reads, counted once for their organisation like those of one
 * click and of STIX.
 */
@RestController
@RequestMapping(path = "/api/v1/sightings", produces = MediaType.APPLICATION_JSON_VALUE)
class SightingApi {
    private final Indicators indicators;
    private final Clock clock;

    SightingApi(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    /**
     * What the organisation says now of the value.
     *
     * @param organisations how many organisations have seen it, as far as the account is told
     * @param few whether there are some, too few to be counted
     */
    record Told(
            UUID indicator,
            IndicatorType type,
            String value,
            boolean seen,
            int number,
            Instant firstAt,
            Instant lastAt,
            long organisations,
            boolean few) {
        static Told of(Life life, Sighting own, Tally tally) {
            return new Told(
                    life.id(),
                    life.type(),
                    life.value(),
                    own.seen(),
                    own.number(),
                    own.firstAt(),
                    own.lastAt(),
                    tally.seen(),
                    tally.few());
        }
    }

    @PostMapping
    Told tell(
            @RequestParam Optional<UUID> indicator,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "true") boolean seen,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam Optional<Instant> firstAt,
            @RequestParam Optional<Instant> lastAt,
            Actor actor) {
        if (indicator.isPresent() != value.isBlank()) {
            throw new RuleBroken("indicator.sighting.which");
        }
        var last = lastAt.orElseGet(clock::instant);
        var told = new Indicators.Count(seen, number, firstAt.orElse(last), last);
        var life = indicator.isPresent()
                ? indicators.count(indicator.get(), told, actor)
                : indicators.count(
                        Asked.form(value.strip()).orElseThrow(() -> new RuleBroken("indicator.sighting.which")),
                        told,
                        actor);
        var own = indicators.own(life.id(), actor).orElseThrow();
        return Told.of(life, own, indicators.tally(life.id(), actor));
    }
}
