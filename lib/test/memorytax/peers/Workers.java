package memorytax.peers;

import memorytax.child.kit.Post;

import java.util.Map;

/// Workers for the tests, in every language that has a post. All of them keep the names of their jobs in a list, and
/// have the same words, so that a test can change one of these in all languages alike.
final class Workers {
    static final Map<String, String> TEXTS = Map.of("go", """
        package main

        func main() { work(jobs) }

        func jobs(post *Post) {
        	names := make([]string, post.jobs)
        	post.deliver(func(job int, answer string) {
        		post.answer(job, names[job]+answer)
        	})
        	for job := range names {
        		names[job] = post.take(job)
        		post.waits(job)
        	}
        }
        """, "python", """
        from post import work

        def jobs(post):
            names = []
            post.deliver(lambda job, answer:
                post.answer(job, names[job]+answer))
            for job in range(post.jobs):
                names.append(post.take(job))
                post.waits(job)

        work(jobs)
        """, "node", """
        import { work } from "./post.mjs";

        work(post => {
          const names = [];
          post.deliver((job, answer) =>
            post.answer(job, names[job]+answer));
          for (let job = 0; job < post.jobs; job++) {
            names.push(post.take(job));
            post.waits(job);
          }
        });
        """, "ruby", """
        require_relative "post"

        def jobs(post)
          names = []
          post.deliver do |job, answer|
            post.answer(job, names[job]+answer)
          end
          post.jobs.times do |job|
            names << post.take(job)
            post.waits(job)
          end
        end

        work(method(:jobs))
        """, "rust", """
        mod post;
        mod scale;

        use post::Post;

        fn main() {
            post::work(jobs)
        }

        fn jobs(post: &'static Post) {
            let mut names = Vec::new();
            for job in 0..post.jobs {
                names.push(post.take(job));
                post.waits(job);
            }
            post.deliver(move |job, answer| {
                let name: &String = &names[job];
                post.answer(job, &(name.clone()+&answer));
            });
        }
        """, "kotlin", """
        import scale.Post
        import scale.work

        fun main(args: Array<String>) = work(args, ::jobs)

        fun jobs(post: Post) {
            val names = ArrayList<String>()
            post.deliver { job, answer ->
                post.answer(job, names[job]+answer)
            }
            for (job in 0 until post.jobs) {
                names.add(post.take(job))
                post.waits(job)
            }
        }
        """);
    /// One task for each job, which waits for its answer.
    static final Map<String, String> TASKS = Map.of("go", """
        package main

        func main() { work(jobs) }

        func jobs(post *Post) {
        	answers := make([]chan string, post.jobs)
        	post.deliver(func(number int, answer string) {
        		answers[number] <- answer
        	})
        	for number := range answers {
        		answers[number] = make(chan string)
        		go job(number, post, answers[number])
        	}
        }

        func job(number int, post *Post, answer chan string) {
        	name := post.take(number)
        	post.waits(number)
        	post.answer(number, name+<-answer)
        }
        """, "python", """
        import asyncio
        from post import work

        async def job(number, post, inbox):
            name = post.take(number)
            post.waits(number)
            post.answer(number, name + await inbox.get())

        async def jobs(post):
            inboxes = [asyncio.Queue() for _ in range(post.jobs)]
            post.deliver(lambda number, answer:
                inboxes[number].put_nowait(answer))
            for number in range(post.jobs):
                asyncio.create_task(job(number, post, inboxes[number]))

        work(jobs)
        """, "node", """
        import { work } from "./post.mjs";

        async function job(number, post, tell) {
          const name = post.take(number);
          post.waits(number);
          const answer = await new Promise(r => tell[number] = r);
          post.answer(number, name + answer);
        }

        work(post => {
          const tell = [];
          post.deliver((number, answer) => tell[number](answer));
          for (let i = 0; i < post.jobs; i++) job(i, post, tell);
        });
        """, "ruby", """
        require_relative "post"

        def jobs(post)
          fibers = Array.new(post.jobs) do |job|
            Fiber.new do
              name = post.take(job)
              post.waits(job)
              post.answer(job, name + Fiber.yield)
            end
          end
          post.deliver { |job, answer| fibers[job].resume(answer) }
          fibers.each(&:resume)
        end

        work(method(:jobs))
        """, "rust", """
        mod post;
        mod scale;

        use post::Post;
        use std::sync::Mutex;
        use tokio::sync::oneshot;

        fn main() {
            post::work(jobs)
        }

        fn jobs(post: &'static Post) {
            let mut all = Vec::new();
            for number in 0..post.jobs {
                let (tell, told) = oneshot::channel::<String>();
                all.push(Mutex::new(Some(tell)));
                tokio::spawn(async move {
                    let name = post.take(number);
                    post.waits(number);
                    post.answer(number, &(name + &told.await.unwrap()));
                });
            }
            post.deliver(move |job, answer| {
                let tell = all[job].lock().unwrap().take();
                tell.unwrap().send(answer).unwrap();
            });
        }
        """, "kotlin", """
        import kotlinx.coroutines.CompletableDeferred
        import kotlinx.coroutines.launch
        import scale.Post
        import scale.work

        fun main(args: Array<String>) = work(args, ::jobs)

        fun jobs(post: Post) {
            val answers = List(post.jobs) { CompletableDeferred<String>() }
            post.deliver { job, answer -> answers[job].complete(answer) }
            for (job in 0 until post.jobs) post.launch {
                val name = post.take(job)
                post.waits(job)
                post.answer(job, name + answers[job].await())
            }
        }
        """);

    private Workers() {
    }

    static void java(Post post) {
        for (int i = 0; i < post.tasks(); i++) {
            int task = i;
            post.deliver(task, letter -> post.answer(task, letter));
        }
    }

    static void early(Post post) {
        for (int i = 0; i < post.tasks(); i++) post.answer(i, null);
    }
}
