%% The scale's few words, for a program in Erlang. Compile it and gate.erl
%% together with yours, and let main name what can be weighed:
%%
%%     main() -> scale:serve(#{"idle" => fun idle/1}).
%%
%% A load is a function of the number of tasks that starts its processes.
%% Each of them calls gate:here() once it runs, then gate:wait(). What the
%% load returns is held until all are to go.
-module(scale).
-export([serve/1, say/2, fail/2, log/2]).

-define(FEWEST, 1000). % tasks that can be taken apart: among fewer, what else there is would look like theirs

%% Does what the parent says, and ends this node as soon as nobody is there
%% to say anything, whatever a load is doing.
serve(Loads) -> spawn(fun() -> begin_with(Loads) end).

begin_with(Loads) ->
    Name = lists:append(lists:join(" ", init:get_plain_arguments())),
    register(scale, self()),
    register(stdout, Port = open_port({fd, 0, 1}, [eof, binary, {line, 4000}])),
    group_leader(whereis(standard_error), self()), % what a load prints must not end up between our words
    logger:remove_handler(default),
    logger:add_handler(scale, ?MODULE, #{level => error}),
    Known = maps:from_list([{unicode:characters_to_list(Each), Load} || {Each, Load} <- maps:to_list(Loads)]),
    case Known of
        #{Name := Load} ->
            say("READY", [{runtime, erlang}, {version, version()}, {can, "live,parts"}]),
            listen(Port, Load, []);
        _ ->
            Names = [[$", Each, $"] || Each <- lists:sort(maps:keys(Known))],
            fail("no load \"~ts\" here, only ~ts", [Name, lists:join("; ", Names)])
    end.

listen(Port, Load, Weighs) ->
    receive
        {weighs, Process} -> listen(Port, Load, Weighs ++ [Process]);
        {Port, {data, {_, <<"WEIGHED">>}}} ->
            hd(Weighs) ! weighed,
            listen(Port, Load, tl(Weighs));
        {Port, {data, {_, <<"EXIT">>}}} -> erlang:halt(0, [{flush, false}]);
        {Port, eof} -> erlang:halt(0, [{flush, false}]);
        {Port, {data, {_, Line}}} ->
            % on a process of its own: a load may hang
            spawn(fun() -> answer(string:lexemes(binary_to_list(Line), " "), Load) end),
            listen(Port, Load, Weighs)
    end.

answer([], _) -> ok;
answer(["LOAD" | Words], Load) ->
    Start = erlang:monotonic_time(millisecond),
    gate:open(maps:from_list([word(Word) || Word <- Words])),
    Tasks = gate:number(tasks),
    Answers = self(),
    spawn(fun() -> Held = Load(Tasks), Answers ! started, gate:wait(), put(held, Held) end),
    gate:full(Tasks),
    receive started -> ok end,
    say("LOADED", [{tasks, Tasks}, {confirmed, gate:begun()}, {spawn_ms, erlang:monotonic_time(millisecond) - Start}]);
answer(["LIVE"], _) ->
    [erlang:garbage_collect(Each) || Each <- processes()],
    timer:sleep(100), % a scheduler that frees what another one has had from the system only tells it so
    say("LIVE", [{bytes, erlang:memory(total)}]);
answer(["PARTS"], _) -> % before a load, takes note of what is there; after it, tells what came
    case persistent_term:get(words, #{}) of
        #{tasks := Tasks} when Tasks >= ?FEWEST -> say("PARTS", parts(Tasks));
        #{} ->
            persistent_term:put(empty, beside()),
            say("PARTS", [])
    end;
answer(["UNLOAD"], _) ->
    [Each ! done || Each <- gate:tasks()],
    gone(),
    [erlang:garbage_collect(Each) || Each <- processes()],
    say("UNLOADED", []);
answer([Verb | _], _) -> fail("does not know ~s", [Verb]).

gone() ->
    case gate:tasks() of
        [] -> ok;
        _ -> timer:sleep(1), gone()
    end.

%% Bytes per task, largest first: what the runtime knows of each process,
%% and what it has beside them.
parts(Tasks) ->
    Beside = maps:map(fun(Part, Bytes) -> Bytes - maps:get(Part, persistent_term:get(empty)) end, beside()),
    Sums = lists:foldl(fun(Each, Sums) -> add(anatomy(Each), Sums) end, Beside, gate:tasks()),
    Parts = [{Part, Bytes / Tasks} || {Part, Bytes} <- lists:reverse(lists:keysort(2, maps:to_list(Sums)))],
    [{Part, float_to_list(Bytes, [{decimals, 1}])} || {Part, Bytes} <- Parts, Bytes >= 1].

%% What is in no process: binaries, and records of the runtime.
beside() ->
    [{binary, Binaries}, {system, All}] = erlang:memory([binary, system]),
    #{binaries => Binaries, records_of_the_runtime => All - Binaries}.

anatomy(Process) ->
    Word = erlang:system_info(wordsize),
    case process_info(Process, [memory, total_heap_size, stack_size, garbage_collection_info]) of
        [{memory, Memory}, {total_heap_size, Total}, {stack_size, Stack}, {_, Info}] ->
            Used = proplists:get_value(heap_size, Info) + proplists:get_value(old_heap_size, Info),
            #{process => Memory - Total * Word, stack => Stack * Word, heap => Used * Word,
              free_heap => (Total - Used - Stack) * Word};
        undefined -> #{}
    end.

add(Parts, Sums) -> maps:fold(fun(Part, Bytes, All) -> maps:update_with(Part, fun(B) -> B + Bytes end, Bytes, All) end,
    Sums, Parts).

word(Word) ->
    [Name | Value] = string:split(Word, "="),
    {list_to_atom(Name), try list_to_integer(lists:append(Value)) catch error:badarg -> Value end}.

%% That of the release; where it is not written down, that of the runtime.
version() ->
    Place = [code:root_dir(), "/releases/", erlang:system_info(otp_release), "/OTP_VERSION"],
    case file:read_file(Place) of
        {ok, Version} -> string:trim(Version);
        _ -> erlang:system_info(otp_release)
    end.

say(Verb, Words) ->
    Pairs = [io_lib:format("~ts=~ts", [Name, text(Value)]) || {Name, Value} <- Words],
    port_command(stdout, unicode:characters_to_binary([lists:join(" ", [Verb | Pairs]), $\n])).

text(Value) when is_integer(Value) -> integer_to_list(Value);
text(Value) -> io_lib:format("~ts", [Value]).

%% Ends this node, for a reason that is a sentence for the reader.
fail(Format, Values) ->
    say("FAILED", [{reason, lists:join(" ", string:lexemes(lists:flatten(io_lib:format(Format, Values)), " \n"))}]),
    erlang:halt(1).

%% What logger calls: a process has failed, and nobody was there to see it.
log(#{msg := Said}, _) ->
    Text = case Said of
        {string, String} -> String;
        {report, Report} -> io_lib:format("~p", [Report]);
        {Format, Values} -> io_lib:format(Format, Values)
    end,
    fail("~ts", [Text]).
