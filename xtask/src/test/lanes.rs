//! Work for two cores: one lane takes it from the front, the other from the back, until they meet.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does every job once, two at a time. What stands together stays in one lane as long as that is no detour.
pub fn both_ends<Job: Send>(jobs: impl IntoIterator<Item = Job>, work: impl Fn(Job) + Sync) {
    let left: Mutex<VecDeque<Job>> = Mutex::new(jobs.into_iter().collect());
    let lane = |take: fn(&mut VecDeque<Job>) -> Option<Job>| {
        let next = || take(&mut left.lock().unwrap_or_else(PoisonError::into_inner));
        while let Some(job) = next() {
            work(job);
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| lane(VecDeque::pop_front));
        lane(VecDeque::pop_back);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn every_job_is_done_once() {
        let (done, all) = channel();
        let done = Mutex::new(done);
        both_ends(0..9, |job| done.lock().unwrap().send(job).unwrap());
        drop(done);
        let mut all: Vec<i32> = all.iter().collect();
        all.sort_unstable();
        assert_eq!(all, (0..9).collect::<Vec<_>>());
    }

    #[test]
    fn a_lane_that_is_through_helps_the_other() {
        // The first job waits for the last of the others: only a second lane that goes on to the front can end this.
        let (send, receive) = channel();
        let (send, receive) = (Mutex::new(send), Mutex::new(receive));
        both_ends(0..4, |job| match job {
            0 => assert_eq!(receive.lock().unwrap().recv(), Ok(1)),
            1 => send.lock().unwrap().send(job).unwrap(),
            _ => {}
        });
    }
}
