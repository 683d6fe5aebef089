package noroshi.desk.web;

import java.util.List;
import noroshi.desk.Matter;
import noroshi.site.Choice;

/** A matter, and the colleagues of its reader who do not read it yet. */
public record BringInPart(Matter matter, List<Choice> people) {}
