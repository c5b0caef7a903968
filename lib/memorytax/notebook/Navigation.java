package memorytax.notebook;

/// Which way the reader goes when a cell is done.
public sealed interface Navigation {
    Navigation NEXT = new Next(), BACK = new Back(), AGAIN = new Again(), QUIT = new Quit();

    /// To the next cell.
    record Next() implements Navigation {
    }

    /// To the cell before, which is shown as it was.
    record Back() implements Navigation {
    }

    /// To any cell of the chapter. One that has come up already is shown as it was. What lies between is left out until
    /// the reader comes to it; of that only the steps are run that the cell needs.
    record To(String cell) implements Navigation {
    }

    /// The step is run again. What rests on it is run anew when it comes up.
    record Again() implements Navigation {
    }

    /// The chapter has been edited. What is touched by that is run again, as far as the reader has come.
    ///
    /// @param again whether the step where the reader is is run again in any case
    record Changed(Edition now, boolean again) implements Navigation {
        public Changed(Edition now) {
            this(now, false);
        }
    }

    /// Enough for now.
    record Quit() implements Navigation {
    }
}
