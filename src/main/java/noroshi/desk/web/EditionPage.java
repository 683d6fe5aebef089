package noroshi.desk.web;

import java.util.List;
import noroshi.desk.Edition;
import noroshi.site.Step;

/** One edition of the questionnaire, as members are, were or will be asked by it. */
public record EditionPage(Edition edition, List<QuestionsPage.Part> parts, DeskForm blank, List<Step> crumbs) {}
