package parley.app.web;

import java.util.ArrayList;
import java.util.List;
import parley.app.people.Role;

/** The pages of a case, in the order in which a day's work asks for them. */
public final class Menu {
    private Menu() {}

    /**
     * One page.
     *
     * @param page the part of the address after the case
     */
    public record Item(String page, String title) {}

    /** Returns the pages that are of use to who asks. */
    public static List<Item> of(Visit visit) {
        List<Item> items = new ArrayList<>(List.of(
                new Item("today", "Today"),
                new Item("roadmap", "Roadmap"),
                new Item("time", "Time machine"),
                new Item("evidence", "Evidence"),
                new Item("partners", "Partners"),
                new Item("decisions", "Decisions"),
                new Item("proof", "Proof"),
                new Item("text", "Text"),
                new Item("briefing", "Briefing")));
        if (visit.worksWithLists()) {
            items.add(new Item("register", "Lists"));
            items.add(new Item("screening", "Screening"));
            items.add(new Item("alignment", "Alignment"));
        }
        if (visit.is(Role.SECRETARIAT) || visit.is(Role.ADMINISTRATOR)) {
            items.add(new Item("people", "People"));
        }
        return items;
    }
}
