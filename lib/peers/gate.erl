%% Where the processes of a load wait. What they use of it is in no
%% process's heap: the counter is a persistent term.
-module(gate).
-export([here/0, wait/0, number/1, mark/2, weigh/1]).
-export([open/1, full/1, begun/0, tasks/0]).

-define(SILENCE, 6000). % milliseconds in which nothing new may come

%% Said by each process, from inside: I run.
here() -> counters:add(persistent_term:get(begun), 1, 1).

%% How many have said so.
begun() -> counters:get(persistent_term:get(begun), 1).

%% Waits for the message that comes when all are to go.
wait() -> receive done -> ok end.

%% What the scale says besides tasks: gate:number(depth).
number(Name) ->
    case persistent_term:get(words) of
        #{Name := Number} when is_integer(Number) -> Number;
        Words -> scale:fail("LOAD needs ~s=number, not \"~s\"", [Name, maps:get(Name, Words, "")])
    end.

%% Puts a point on the time line: gate:mark("half", [{free, N}]).
mark(Name, Figures) ->
    scale:say("MARK", [{name, lists:join("_", string:lexemes(Name, " "))} | Figures]).

%% Has the scale note down under this name what the runtime takes now,
%% and returns when that is done.
weigh(Name) ->
    scale ! {weighs, self()},
    mark(Name, [{weigh, 1}]),
    receive weighed -> ok end.

%% Makes ready for a load. No process that there is now is one of its tasks.
open(Words) ->
    persistent_term:put(begun, counters:new(1, [atomics])),
    persistent_term:put(words, Words),
    persistent_term:put(before, maps:from_list([{Each, []} || Each <- processes()])).

%% The processes of the load that are still there, without whoever asks.
%% The one that has started all others is one of them.
tasks() ->
    Before = persistent_term:get(before),
    [Each || Each <- processes(), Each =/= self(), not is_map_key(Each, Before)].

%% Returns when all of them have said that they run. Nobody is sent a
%% message for that, so no queue grows.
full(Tasks) -> full(Tasks, 1, -1, now_ms()).

full(Tasks, Pause, Before, Since) ->
    case begun() of
        Begun when Begun >= Tasks -> ok;
        Before ->
            timer:sleep(Pause),
            Silent = now_ms() - Since > ?SILENCE andalso silent(Before, Tasks),
            full(Tasks, min(2 * Pause, 10), Before, if Silent -> now_ms(); true -> Since end);
        Begun -> full(Tasks, Pause, Begun, now_ms())
    end.

%% Ends a load whose processes have not said that they are there, and says
%% where they stand. As long as one of them runs, it may come yet.
silent(Begun, Tasks) ->
    Places = [place(Each) || Each <- tasks()],
    lists:member(runs, Places) orelse scale:fail("~b of ~b tasks have called gate:here(), and nothing "
        "happens any more; ~s. Each task must call gate:here() before it waits", [Begun, Tasks, most(Places)]).

most(Places) ->
    Count = fun(Line, Lines) -> maps:update_with(Line, fun(N) -> N + 1 end, 1, Lines) end,
    case lists:keysort(2, maps:to_list(lists:foldl(Count, #{}, [Line || Line <- Places, is_list(Line)]))) of
        [] -> "no process waits at a line of the program";
        Lines -> {Line, N} = lists:last(Lines), io_lib:format("~b tasks wait at ~s", [N, Line])
    end.

%% The line of the program at which a process waits. Where it waits for a
%% message, that is the line at which its function begins.
place(Process) ->
    case process_info(Process, [status, current_stacktrace]) of
        [{status, waiting}, {current_stacktrace, Stack}] -> line(Stack, Stack);
        undefined -> gone;
        _ -> runs
    end.

%% A function whose last call this is has left no frame: then all that is
%% known is what was called.
line([], [{Module, Function, Arity, _} | _]) -> lists:flatten(io_lib:format("~s:~s/~b", [Module, Function, Arity]));
line([], []) -> gone;
line([{Module, _, _, [{file, File}, {line, Line}]} | Below], All) ->
    case is_ours(Module) of
        true -> filename:basename(File) ++ ":" ++ integer_to_list(Line);
        false -> line(Below, All)
    end;
line([_ | Below], All) -> line(Below, All).

%% Whether a module belongs to the program that is weighed: it lies beside
%% this one, and is none of the scale's.
is_ours(Module) ->
    Place = fun(Each) -> filename:dirname([code:which(Each)]) end,
    not lists:member(Module, [?MODULE, scale]) andalso is_list(code:which(Module))
        andalso Place(Module) =:= Place(?MODULE).

now_ms() -> erlang:monotonic_time(millisecond).
