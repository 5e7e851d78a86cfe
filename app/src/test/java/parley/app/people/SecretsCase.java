package parley.app.people;

/** A small case with a clause of every label; its names are words that occur nowhere else. */
public final class SecretsCase {
    public static final String TEXT = """
            case secrets "Secrets"
              counterpart regime "Regime"
              runs from 2026-06-01 to 2028-05-31
              grid 10 days

            partner eu "European Union" [public]
              decides by executive act, takes 1 to 20 days, typically 5
              if undecided, nothing changes
            partner us "United States" [public]
              decides by executive act, takes 1 to 20 days, typically 5
              if undecided, nothing changes
            verifier watch "Watch" [public]
            stakeholder families "Families" [public]
              consulted before easing

            indicator quantity-quince "Count of quinces" [public]
              flow in people a month, from facts quinces, updated as it happens
              silence means none

            measure pressure-plum "Plum ban" of eu [public]
              imposed 2020-01-01
            measure pressure-pear "Pear ban" of eu [counterpart]
              imposed 2020-01-01
            measure pressure-peach "Peach ban" of eu [partners]
              imposed 2020-01-01
            measure pressure-papaya "Papaya ban" of us [core]
              imposed 2020-01-01
            measure pressure-medlar "Medlar ban" of eu [only eu]
              imposed 2020-01-01
            measure pressure-loquat "Loquat ban" of us [only eu, us]
              imposed 2020-01-01
            measure pressure-damson "Damson ban" of us [only us]
              imposed 2020-01-01

            concession harvest-hazel "Hazel harvest" [counterpart]
              met when quantity-quince totals at least 5 within 30 days
              verified by watch within 20 days
              irreversible

            phase season-sloe "Sloe season", first [counterpart]
              goal "Fruit"

            step basket-birch "Birch basket", in season-sloe [counterpart]
              when harvest-hazel verified
                eu suspends pressure-pear, within 30 days, for 6 months, then it returns
              when nothing for 12 months
                eu reviews this step, within 60 days
            """;

    private SecretsCase() {}
}
